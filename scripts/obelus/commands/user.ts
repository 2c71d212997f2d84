import { type Command, Option } from "commander";
import { STAFF_ROLES, type StaffRole } from "../../../lib/policies/actor";
import { CommandError } from "../command-error";
import { withDatabase } from "../with-database";

/** `user create` and `user reset-second-factor` */
export function addUser(program: Command): void {
  const user = program.command("user").description("look after the people of the desk");
  user
    .command("create")
    .description("register a person; prints the one-time password that they change when they sign in")
    .argument("<email>", "their address, by which they sign in")
    .requiredOption("--name <name>", "their name, as readers see it")
    .addOption(new Option("--role <role>", "what they may do").choices(STAFF_ROLES).makeOptionMandatory())
    .action(async (email: string, { name, role }: { name: string; role: StaffRole }) => {
      const made = await withDatabase(async () => {
        const { createUser } = await import("@/lib/workflows/people/create-user");
        return createUser({ email, name, role });
      });
      if (!made.ok) throw new CommandError(made.error.message);
      console.error(`${name} may sign in as ${email} with this one-time password:`);
      console.log(made.value.password);
    });
  user
    .command("reset-second-factor")
    .description("take somebody's second factor off, when their device and their recovery codes are gone")
    .argument("<email>", "their address, by which they sign in")
    .action(async (email: string) => {
      const reset = await withDatabase(async () => {
        const { resetSecondFactorOf } = await import("@/lib/workflows/sign-in/reset-second-factor");
        return resetSecondFactorOf(email);
      });
      if (!reset.ok) throw new CommandError(reset.error.message);
      console.log(`${email} signs in without a second factor now. Their sessions have ended.`);
    });
}
