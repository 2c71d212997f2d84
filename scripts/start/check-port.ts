import { createServer } from "node:net";
import { StartError } from "../steps/start-error";

/** @throws StartError if the address is in use, or if listening on it is not permitted */
export function checkPort(host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", (cause: NodeJS.ErrnoException) => {
      if (cause.code === "EADDRINUSE")
        reject(
          new StartError(
            `Port ${port} is in use. Stop the program that uses it, or choose another port: PORT=${port === 3000 ? 3001 : 3000} npm start.`,
          ),
        );
      else if (cause.code === "EACCES")
        reject(
          new StartError(
            `Port ${port} needs special permission. Choose one above 1023: PORT=3000 npm start.`,
          ),
        );
      else if (cause.code === "EADDRNOTAVAIL" || cause.code === "ENOTFOUND")
        reject(
          new StartError(
            `HOST=${host} is not an address of this machine. Use 127.0.0.1, or 0.0.0.0 for all its addresses.`,
          ),
        );
      else reject(cause);
    });
    probe.listen(port, host, () => probe.close(() => resolve()));
  });
}
