import { operation } from "../../operation";
import { signInPolicySchema, updateSignInPolicySchema } from "../../schemas/desk/sign-in-policy";
import { SMALL_BODY } from "../small-body";

export const getSignInPolicy = operation({
  id: "getSignInPolicy",
  method: "GET",
  path: "/sign-in-policy",
  summary: "Read how people can sign in to the desk",
  description:
    "For administrators. Providers are set up in the settings of the server; their secrets can't be read.",
  scope: "admin",
  answer: { status: 200, description: "How people can sign in", schema: signInPolicySchema, tagged: true },
});

export const updateSignInPolicy = operation({
  id: "updateSignInPolicy",
  method: "PATCH",
  path: "/sign-in-policy",
  summary: "Change how people can sign in to the desk",
  description:
    "For administrators. Passwords can be turned off only where people can sign in through a provider.",
  scope: "admin",
  body: { schema: updateSignInPolicySchema, limit: SMALL_BODY },
  edits: true,
  answer: {
    status: 200,
    description: "How people can sign in now",
    schema: signInPolicySchema,
    tagged: true,
  },
});
