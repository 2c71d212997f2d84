import { z } from "zod";

const secondFactorRequired = z
  .boolean()
  .meta({ description: "Whether everyone needs a second factor to sign in with a password." });
const passwordsOff = z
  .boolean()
  .meta({ description: "Whether people can sign in only through a provider. Administrators always can." });

export const signInPolicySchema = z
  .object({
    secondFactorRequired,
    passwordsOff,
    passwordsOffBySetting: z.boolean().meta({
      description:
        "Whether passwords are turned off in the settings of the server, which can't be changed here.",
    }),
    providers: z.array(z.object({ id: z.string(), name: z.string() })).meta({
      description: "Where people can sign in instead. They are set up in the settings of the server.",
    }),
    mailLinks: z.boolean().meta({ description: "Whether people can have a link to sign in sent by mail." }),
  })
  .meta({ id: "SignInPolicy" });

export const updateSignInPolicySchema = z
  .strictObject({
    secondFactorRequired: secondFactorRequired.optional(),
    passwordsOff: passwordsOff.optional(),
  })
  .meta({ id: "UpdateSignInPolicy", description: "What is missing stays as it is." });
