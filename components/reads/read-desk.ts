import type { Failure } from "@/lib/failure";
import { type DeskReadName, MAX_ADDRESS_INPUT, READS_ADDRESS } from "@/lib/live/desk-read";
import type { Result } from "@/lib/result";

export interface ReadOptions {
  /** Ends the request, for example because a newer one replaces it. The promise is then rejected with an `AbortError`. */
  signal?: AbortSignal;
}

/** Reads something of the desk. Rejected if the server can't be reached. */
export type DeskRead<I, O> = (input: I, options?: ReadOptions) => Promise<Result<O, Failure>>;

/**
 * A read of the desk, by name. Requests and not server actions: a page runs those one after the other, so a slow read would hold up a save.
 * @throws the returned function rejects if the server can't be reached or answers with an error page
 */
export function deskRead<I, O>(name: DeskReadName): DeskRead<I, O> {
  return async (input, { signal } = {}) => {
    const json = JSON.stringify(input);
    const address = `${READS_ADDRESS}/${name}`;
    const isShort = json.length <= MAX_ADDRESS_INPUT;
    const response = await fetch(isShort ? `${address}?input=${encodeURIComponent(json)}` : address, {
      ...(!isShort && { method: "POST", headers: { "content-type": "application/json" }, body: json }),
      ...(signal && { signal }),
    });
    if (!response.ok) throw new Error(`${name} could not be read: ${response.status}`);
    return (await response.json()) as Result<O, Failure>;
  };
}
