/** A part of the page that shows something of the simulation. */
export interface Panel {
  /** Shows the present state. Called in each frame. */
  draw(): void;
}
