const CHANNEL = "obelus-person";

/**
 * Tells the other pages of this browser who is signed in here, and calls back when a page says that it is somebody else by now: a page
 * that was left open would act in the name of whoever came after.
 * @param onOther called with the id of whoever is signed in now
 * @returns ends it
 */
export function watchPerson(actorId: string, onOther: (otherId: string) => void): () => void {
  if (typeof BroadcastChannel === "undefined") return () => {};
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = ({ data }: MessageEvent<unknown>) => {
    if (typeof data === "string" && data !== actorId) onOther(data);
  };
  channel.postMessage(actorId);
  return () => channel.close();
}
