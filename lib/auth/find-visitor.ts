import { headers } from "next/headers";
import { describeDevice } from "./describe-device";
import { networkOf } from "./visitor-address";

/** The network and device of a request, if known. */
export async function findVisitor(): Promise<{ address: string; device: string }> {
  const sent = await headers();
  return {
    address: networkOf(sent.get("x-forwarded-for") ?? ""),
    device: describeDevice(sent.get("user-agent")),
  };
}
