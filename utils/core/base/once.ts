/** `run` for a timer that may fire twice, as has been reported of watches: the second call does nothing. */
export function once(run: () => void): () => void {
  let isDone = false;
  return () => {
    if (isDone) return;
    isDone = true;
    run();
  };
}
