import type { RoleName } from '../people/index.ts';
import { DomainError } from '../platform/errors.ts';
import { byApi, type App } from '../platform/http.ts';
import { problemReplies } from '../platform/problems.ts';
import { DocumentInvalid } from './errors.ts';
import type { Library } from './port.ts';
import { AddedReply, DocumentId, RelationId, Removed, View, viewReply } from './replies.ts';
import { AddForm, DecideBody, DescribeBody, FileForm, RelateBody } from './requests.ts';
import { fileBytes } from './taking.ts';

const root = '/api/v1/library';
/** With what stands around the file in a form. */
const formBytes = fileBytes + 100_000;

/** Putting documents in, correcting them and taking them out, under `/api/v1/library/documents`. */
export function keepingRoutes(app: App, { keeping, reading }: Pick<Library, 'keeping' | 'reading'>): void {
  const tags = ['library'];
  const writes = { scope: 'library:write' };
  const viewed = { 200: View, ...problemReplies };

  app.post(
    `${root}/documents`,
    {
      config: {
        ...writes,
        form: 'files',
        formBytes,
        alsoTakes: { 'multipart/form-data': FileForm },
      },
      bodyLimit: formBytes,
      schema: {
        summary: 'Put a document into the library: DOCX, PDF, HTML, Markdown or text, up to 50 MB',
        description:
          'A form with one part `file`. The same file of the same unit is `unchanged`; another file of the same number, ' +
          'issuer and day takes the place of the earlier one. A file that bears a mark of secrecy is refused.',
        tags,
        response: { 200: AddedReply, ...problemReplies },
      },
    },
    async (request) => {
      const form = AddForm.safeParse(request.body ?? {});
      if (!form.success) throw new DomainError('request.invalid');
      const { unit, readers, release } = form.data;
      const [file] = request.uploads ?? [];
      if (!file) throw new DocumentInvalid('file');
      const roles = readers?.split(',').map((role) => role.trim() as RoleName);
      return await keeping.add(byApi(request), file, {
        unit: unit || undefined,
        readers: roles && { who: 'roles', roles },
        release: release === 'true',
      });
    },
  );

  app.put(
    `${root}/documents/:id`,
    {
      config: writes,
      schema: {
        summary:
          'Correct what was found of it; a draft is released by it, or takes the place of a released document',
        tags,
        params: DocumentId,
        body: DescribeBody,
        response: viewed,
      },
    },
    async (request) => {
      const { revision, takesPlaceOf, ...described } = request.body;
      const { id } = request.params;
      await keeping.describe(byApi(request), id, described, revision, { takesPlaceOf });
      return viewReply(await reading.document(byApi(request), takesPlaceOf ?? id));
    },
  );

  app.post(
    `${root}/documents/:id/relations`,
    {
      config: writes,
      schema: {
        summary: 'Say what is between it and another',
        tags,
        params: DocumentId,
        body: RelateBody,
        response: viewed,
      },
    },
    async (request) => {
      const { id } = request.params;
      await keeping.relate(byApi(request), id, request.body);
      return viewReply(await reading.document(byApi(request), id));
    },
  );

  app.post(
    `${root}/documents/:id/relations/:relation`,
    {
      config: writes,
      schema: {
        summary: 'Confirm or reject what its text says of another',
        tags,
        params: RelationId,
        body: DecideBody,
        response: viewed,
      },
    },
    async (request) => {
      const { id, relation } = request.params;
      await keeping.decide(byApi(request), id, { id: relation, ...request.body });
      return viewReply(await reading.document(byApi(request), id));
    },
  );

  app.delete(
    `${root}/documents/:id`,
    {
      config: writes,
      schema: {
        summary: 'Take it out, with its text and file',
        tags,
        params: DocumentId,
        response: { 204: Removed, ...problemReplies },
      },
    },
    async (request, reply) => {
      await keeping.remove(byApi(request), request.params.id);
      return await reply.code(204).send(null);
    },
  );
}
