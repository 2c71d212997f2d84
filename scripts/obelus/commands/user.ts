import { type Command, Option } from "commander";
import { STAFF_ROLES, type StaffRole } from "../../../lib/policies/actor";
import { CommandError } from "../command-error";
import { withDatabase } from "../with-database";

/** `user create`, `user renew-password` and `user reset-second-factor` */
export function addUser(program: Command): void {
  const user = program.command("user").description("manage the users of the desk");
  user
    .command("create")
    .description("create a user, and print the one-time password that they change when they first sign in")
    .argument("<email>", "the address they sign in with")
    .requiredOption("--name <name>", "their name, as readers see it")
    .addOption(new Option("--role <role>", "their role").choices(STAFF_ROLES).makeOptionMandatory())
    .action(async (email: string, { name, role }: { name: string; role: StaffRole }) => {
      const created = await withDatabase(async () => {
        const { createUser } = await import("@/lib/workflows/people/create-user");
        return createUser({ email, name, role });
      });
      if (!created.ok) throw new CommandError(created.error.message);
      console.error(`${name} can sign in as ${email} with this one-time password:`);
      console.log(created.value.password);
    });
  user
    .command("renew-password")
    .description("replace the password of a user who forgot it, and print the new one-time password")
    .argument("<email>", "the address they sign in with")
    .action(async (email: string) => {
      const renewed = await withDatabase(async () => {
        const { renewPasswordOf } = await import("@/lib/workflows/sign-in/renew-password");
        return renewPasswordOf(email, new Date());
      });
      if (!renewed.ok) throw new CommandError(renewed.error.message);
      console.error(`${email} can now sign in with this one-time password. Their sessions have ended.`);
      console.log(renewed.value.password);
    });
  user
    .command("reset-second-factor")
    .description("remove a user's second factor, when they have lost their device and their recovery codes")
    .argument("<email>", "the address they sign in with")
    .action(async (email: string) => {
      const reset = await withDatabase(async () => {
        const { resetSecondFactorOf } = await import("@/lib/workflows/sign-in/reset-second-factor");
        return resetSecondFactorOf(email);
      });
      if (!reset.ok) throw new CommandError(reset.error.message);
      console.log(`${email} can now sign in without a second factor. Their sessions have ended.`);
    });
}
