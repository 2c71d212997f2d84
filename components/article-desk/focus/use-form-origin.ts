import { useState } from "react";

/**
 * Where a claim's form was opened from, and where the focus belongs when it closes: the claim, if that was in the list of claims, or else the
 * text. It has to be read while the form renders for the first time: then the form takes the focus.
 * @param claimId null for a new claim, which is marked in the text
 * @param opensByItself whether nobody opened it: it came back after a reload
 */
export function useFormOrigin(claimId: string | null, opensByItself = false): "claim" | "text" {
  const [origin] = useState<"claim" | "text">(() =>
    claimId !== null && !opensByItself && document.activeElement?.closest("aside") ? "claim" : "text",
  );
  return origin;
}
