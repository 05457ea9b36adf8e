/** Takes one answer of a page: two quick taps, on one button or on two, write once and lead on once. */
export function createOneAnswer(): (onTap: () => void) => () => void {
  let isGiven = false;
  return (onTap) => () => {
    if (isGiven) return;
    onTap();
    isGiven = true;
  };
}
