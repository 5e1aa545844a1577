/** Refusals as the space words them, in each shape that its surfaces have. */

/** Thrown by whatever reads a request; `answerTo` makes the answer. */
export class Refusal extends Error {
  readonly status: number;
  readonly code: string;
  /** The parameter that is wrong, which the Calling API names. */
  readonly attribute: string | null;

  constructor(status: number, code: string, message: string, attribute: string | null = null) {
    super(message);
    this.status = status;
    this.code = code;
    this.attribute = attribute;
  }
}

const MORE = 'https://developer.signalwire.com/compatibility-api/reference/error-codes';

/** `{code, message, more_info, status}`, the code as a number. */
export const generalError = ({ status, code, message }: Refusal): Response =>
  Response.json({ code: Number(code), message, more_info: `${MORE}/${code}`, status }, { status });

/** `{errors: [{code, message, more_info}]}`, the code as a string: what `POST /Calls` may answer. */
export const listedError = ({ status, code, message }: Refusal): Response =>
  Response.json({ errors: [{ code, message, more_info: `${MORE}/${code}` }] }, { status });

/** `{errors: [{type, code, message, attribute, url}]}` of the newer surfaces. */
export const attributedError = ({ status, code, message, attribute }: Refusal): Response =>
  Response.json({ errors: [{ type: 'validation_error', code, message, attribute, url: MORE }] }, { status });

export const notAuthenticated = () => generalError(new Refusal(401, '20003', 'Authentication failed'));
export const notFound = (what: string) => new Refusal(404, '20404', `The requested resource ${what} was not found`);
