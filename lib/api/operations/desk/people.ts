import { operation } from "../../operation";
import { pageOf, pageQuery } from "../../page";
import {
  accountSchema,
  invitationSchema,
  invitedSchema,
  invitePersonSchema,
  listedAccountSchema,
  updateAccountSchema,
} from "../../schemas/desk/person";
import { SMALL_BODY } from "../small-body";

export const listPeople = operation({
  id: "listPeople",
  method: "GET",
  path: "/people",
  summary: "List the people who have an account, by name",
  description: "For administrators. Disabled accounts come last.",
  scope: "admin",
  query: pageQuery,
  answer: { status: 200, description: "A page of people", schema: pageOf("PeoplePage", listedAccountSchema) },
});

export const getPerson = operation({
  id: "getPerson",
  method: "GET",
  path: "/people/{id}",
  summary: "Read the account of a person",
  description: "For administrators.",
  scope: "admin",
  answer: { status: 200, description: "The account", schema: listedAccountSchema, tagged: true },
});

export const updatePerson = operation({
  id: "updatePerson",
  method: "PATCH",
  path: "/people/{id}",
  summary: "Change the role of a person, or disable or enable their account",
  description: "For administrators, and never for their own account. The last administrator stays one.",
  scope: "admin",
  body: { schema: updateAccountSchema, limit: SMALL_BODY },
  edits: true,
  answer: { status: 200, description: "The account", schema: accountSchema, tagged: true },
});

export const endSessions = operation({
  id: "endSessions",
  method: "DELETE",
  path: "/people/{id}/sessions",
  summary: "Sign a person out everywhere",
  description: "For administrators, and never for their own account. Tokens of the person keep working.",
  scope: "admin",
  answer: { status: 204, description: "They are signed out" },
});

export const listInvitations = operation({
  id: "listInvitations",
  method: "GET",
  path: "/invitations",
  summary: "List the invitations that were not accepted yet, newest first",
  description: "For administrators. Expired ones are listed as well.",
  scope: "admin",
  query: pageQuery,
  answer: {
    status: 200,
    description: "A page of invitations",
    schema: pageOf("InvitationPage", invitationSchema),
  },
});

export const invitePerson = operation({
  id: "invitePerson",
  method: "POST",
  path: "/invitations",
  summary: "Invite a person to the desk",
  description:
    "For administrators. The answer contains the link with which they join; it can't be read again. If the desk sends mail, it is also mailed to them.",
  scope: "admin",
  body: { schema: invitePersonSchema, limit: SMALL_BODY },
  answer: { status: 201, description: "The invitation with its link", schema: invitedSchema },
  isConfidential: true,
});

export const withdrawInvitation = operation({
  id: "withdrawInvitation",
  method: "DELETE",
  path: "/invitations/{id}",
  summary: "Withdraw an invitation",
  description: "For administrators. Its link stops working.",
  scope: "admin",
  answer: { status: 204, description: "Withdrawn" },
});
