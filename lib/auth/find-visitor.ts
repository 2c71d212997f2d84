import { headers } from "next/headers";
import { describeDevice } from "./describe-device";
import { networkOf } from "./visitor-address";

/** Where a request comes from and from what, as far as it is known. */
export async function findVisitor(): Promise<{ address: string; device: string }> {
  const sent = await headers();
  return {
    address: networkOf(sent.get("x-forwarded-for") ?? ""),
    device: describeDevice(sent.get("user-agent")),
  };
}
