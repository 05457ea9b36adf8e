/** `run` for a timer that may fire twice, as timers of a watch have been seen to do: the second call does nothing. */
export function once(run: () => void): () => void {
  let isDone = false;
  return () => {
    if (isDone) return;
    isDone = true;
    run();
  };
}
