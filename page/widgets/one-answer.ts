/** Accepts only one answer on a page: two quick taps, on one button or on two, store once and navigate once. */
export function createOneAnswer(): (onTap: () => void) => () => void {
  let isGiven = false;
  return (onTap) => () => {
    if (isGiven) return;
    onTap();
    isGiven = true;
  };
}
