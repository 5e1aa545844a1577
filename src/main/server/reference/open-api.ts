/** As much of OpenAPI 3.1 as the reference is made of. */
export type Json = Record<string, unknown>;

export interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header';
  required?: boolean;
  description?: string;
  schema: Json;
  example?: unknown;
}

export interface Media {
  schema?: Json;
  example?: unknown;
}

export interface Answer {
  description: string;
  headers?: Record<string, Json>;
  content?: Record<string, Media>;
}

export interface Ref {
  $ref: string;
}

export interface Operation {
  operationId: string;
  summary?: string;
  description?: string;
  tags?: string[];
  security?: Json[];
  parameters?: (Parameter | Ref)[];
  requestBody?: { required?: boolean; content: Record<string, Media> };
  responses: Record<string, Answer | Ref>;
}

export interface OpenApi {
  openapi: string;
  info: Json;
  servers: Json[];
  security: Json[];
  tags: { name: string; description: string }[];
  paths: Record<string, Record<string, Operation>>;
  components: Record<string, Json> & { schemas: Record<string, Json> };
}

export const JSON_TYPE = 'application/json';
export const refTo = (kind: string, name: string): Ref => ({ $ref: `#/components/${kind}/${name}` });
