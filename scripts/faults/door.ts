import { connect, createServer, type Server, type Socket } from "node:net";
import { freePort } from "../postgres/cluster";

/** A door to a server: a proxy through which an outage can be made. */
export interface Door {
  /** The address of the server, through the door. */
  url: string;
  open(): Promise<void>;
  /** Breaks every connection and refuses new ones, as a server that has crashed. */
  close(): Promise<void>;
  /** Lets nothing more through, but breaks nothing, like a server that is frozen. `open` thaws it. */
  freeze(): void;
  /** Breaks every connection that listens for notifications (`LISTEN`), and each that begins to. Everything else goes through. */
  deafen(): void;
}

/** Makes a door to a server, closed at first. @param url address of the server */
export async function makeDoor(url: string): Promise<Door> {
  const target = new URL(url);
  const port = await freePort();
  const sockets = new Set<Socket>();
  const listening = new Set<Socket>();
  let frozen = false;
  let deaf = false;
  let server: Server | null = null;

  const pass = (socket: Socket) => {
    const real = connect(Number(target.port), target.hostname);
    for (const [from, to] of [
      [socket, real],
      [real, socket],
    ] as const) {
      sockets.add(from);
      from.on("error", () => to.destroy());
      from.on("close", () => {
        sockets.delete(from);
        listening.delete(from);
        to.destroy();
      });
      from.on("data", (data) => {
        if (from === socket && data.includes("LISTEN ")) listening.add(socket);
        if (deaf && listening.has(socket)) socket.destroy();
        else to.write(data);
      });
      if (frozen) from.pause();
    }
  };
  const own = new URL(url);
  own.hostname = "127.0.0.1";
  own.port = String(port);
  return {
    url: own.href,
    open: async () => {
      frozen = false;
      for (const socket of sockets) socket.resume();
      if (server) return;
      const opened = createServer(pass);
      server = opened;
      await new Promise<void>((resolve) => opened.listen(port, "127.0.0.1", resolve));
    },
    close: async () => {
      const closing = server;
      server = null;
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((resolve) => (closing ? closing.close(() => resolve()) : resolve()));
    },
    deafen: () => {
      deaf = true;
      for (const socket of listening) socket.destroy();
    },
    freeze: () => {
      frozen = true;
      for (const socket of sockets) socket.pause();
    },
  };
}
