const CHANNEL = "obelus-person";

/**
 * Announces to the other pages of this browser who is signed in, and calls back when a page announces another person. A page that was
 * left open would otherwise act in that person's name.
 * @param onOther called with the id of the person who is signed in now
 * @returns stops watching
 */
export function watchSignedInPerson(actorId: string, onOther: (otherId: string) => void): () => void {
  if (typeof BroadcastChannel === "undefined") return () => {};
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = ({ data }: MessageEvent<unknown>) => {
    if (typeof data === "string" && data !== actorId) onOther(data);
  };
  channel.postMessage(actorId);
  return () => channel.close();
}
