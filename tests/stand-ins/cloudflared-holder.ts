/** Runs a program as the engine does, says so, and goes on until it is killed: for what becomes of the program then. */
import { runProgram } from '../../src/main/webhooks/tunnel/program.ts';

const [program = '', ...args] = process.argv.slice(2);
runProgram(program, args, process.env, () => {});
setInterval(() => {}, 60_000);
