// A live page that draws nothing: it takes each frame, and ends with the process that started it. page.mjs ADDRESS
import WebSocket from "ws";

const url = new URL(process.argv[2]);
const socket = new WebSocket(`ws://${url.host}/live${url.search}`, { origin: url.origin });
socket.on("open", () => console.log("ready"));
socket.on("message", (_, isBinary) => isBinary && socket.send('{"type":"ack"}'));
socket.on("close", () => process.exit());
process.stdin.on("end", () => process.exit()).resume();
