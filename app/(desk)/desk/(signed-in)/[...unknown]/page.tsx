import { notFound } from "next/navigation";
import { requireActor } from "@/lib/auth/require-actor";

/** An address of the desk that no other page has. */
export default async function UnknownPage() {
  await requireActor("/desk");
  notFound();
}
