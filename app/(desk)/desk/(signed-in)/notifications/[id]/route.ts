import { redirect } from "next/navigation";
import { requireActor } from "@/lib/auth/require-actor";
import { ROLES } from "@/lib/policies/actor";
import { openNotification } from "@/lib/workflows/notifications/notifications";

interface Context {
  params: Promise<{ id: string }>;
}

/** Redirects to what a notification is about, and marks it as read. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const { id } = await params;
  const actor = await requireActor(`/desk/notifications/${id}`, ROLES);
  const path = await openNotification(actor, id);
  redirect(path.ok ? path.value : "/desk/notifications");
}
