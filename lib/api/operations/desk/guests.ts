import { operation } from "../../operation";
import { pageOf, pageQuery } from "../../page";
import {
  extendGuestSchema,
  guestSchema,
  invitedGuestSchema,
  inviteGuestSchema,
} from "../../schemas/desk/guest";
import { SMALL_BODY } from "../small-body";

export const listGuests = operation({
  id: "listGuests",
  method: "GET",
  path: "/articles/{id}/guests",
  summary: "List the invited, current and former guests of an article",
  description: "For editors.",
  scope: "admin",
  query: pageQuery,
  answer: { status: 200, description: "A page of guests", schema: pageOf("GuestPage", guestSchema) },
});

export const inviteGuest = operation({
  id: "inviteGuest",
  method: "POST",
  path: "/articles/{id}/guests",
  summary: "Invite a person from outside the newsroom to review an article",
  description:
    "For editors. The answer contains the link with which they join; it can't be read again. If the desk sends mail, it is also mailed to them. A guest sees one article at a time.",
  scope: "admin",
  body: { schema: inviteGuestSchema, limit: SMALL_BODY },
  answer: { status: 201, description: "The invitation with its link", schema: invitedGuestSchema },
  isConfidential: true,
});

export const extendGuest = operation({
  id: "extendGuest",
  method: "POST",
  path: "/articles/{id}/guests/{guest}/extend",
  summary: "Extend the access of a guest, or an invitation",
  description: "For editors. The days are added to the end; what has ended is extended from now.",
  scope: "admin",
  body: { schema: extendGuestSchema, limit: SMALL_BODY, mayBeEmpty: true },
  answer: { status: 200, description: "The guest", schema: guestSchema },
});

export const revokeGuest = operation({
  id: "revokeGuest",
  method: "DELETE",
  path: "/articles/{id}/guests/{guest}",
  summary: "End the access of a guest at once, or withdraw their invitation",
  description: "For editors.",
  scope: "admin",
  answer: { status: 204, description: "Ended" },
});
