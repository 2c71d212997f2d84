import { headers } from "next/headers";
import { describeDevice } from "./describe-device";

/** Where a request comes from and from what, as far as it is known: the nearest proxy's word counts. */
export async function findVisitor(): Promise<{ address: string; device: string }> {
  const sent = await headers();
  const address = sent.get("x-forwarded-for")?.split(",").at(-1)?.trim() ?? "";
  return { address: address.slice(0, 100), device: describeDevice(sent.get("user-agent")) };
}
