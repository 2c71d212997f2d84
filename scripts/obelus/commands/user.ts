import { type Command, Option } from "commander";
import { ROLES, type Role } from "../../../lib/policies/actor";
import { CommandError } from "../command-error";
import { withDatabase } from "../with-database";

/** `user create` */
export function addUser(program: Command): void {
  program
    .command("user")
    .description("look after the people of the desk")
    .command("create")
    .description("register a person; prints the one-time password that they change when they sign in")
    .argument("<email>", "their address, by which they sign in")
    .requiredOption("--name <name>", "their name, as readers see it")
    .addOption(new Option("--role <role>", "what they may do").choices(ROLES).makeOptionMandatory())
    .action(async (email: string, { name, role }: { name: string; role: Role }) => {
      const made = await withDatabase(async () => {
        const { createUser } = await import("../../../lib/workflows/create-user");
        return createUser({ email, name, role });
      });
      if (!made.ok) throw new CommandError(made.error.message);
      console.error(`${name} may sign in as ${email} with this one-time password:`);
      console.log(made.value.password);
    });
}
