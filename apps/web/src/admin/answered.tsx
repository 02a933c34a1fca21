import { isTextKey } from '@klubba/i18n';
import type { HttpProblem } from '@klubba/protocol';
import { RotateCcw } from 'lucide-react';
import type { ReactNode } from 'react';
import { Navigate, useLocation } from 'react-router';
import { useText } from '../app/text.tsx';
import { Alert, Button, ErrorState, Skeleton } from '../ui/index.ts';
import type { Asked } from './api.ts';

/** What the server answered, or why it is not here yet: waiting, logged out, refused or out of reach. */
export function Answered<Value>({
  answer,
  again,
  children,
}: {
  readonly answer: Asked<Value>;
  readonly again: () => void;
  readonly children: (value: Value) => ReactNode;
}) {
  const t = useText();
  const here = useLocation();
  switch (answer.is) {
    case 'asking':
      return (
        <Skeleton bars={6} tall>
          {t('common.loading')}
        </Skeleton>
      );
    case 'anonymous':
      return <Navigate replace to={`/?next=${encodeURIComponent(here.pathname + here.search)}`} />;
    case 'refused':
      return (
        <ErrorState
          title={t('admin.refused.title')}
          happened={<ProblemText problem={answer.problem} />}
          todo={t('admin.refused.todo')}
        />
      );
    case 'unreachable':
      return (
        <ErrorState
          title={t('shell.unreachable.title')}
          happened={t('shell.unreachable.happened')}
          kept={t('shell.unreachable.kept')}
          todo={t('shell.unreachable.todo')}
          actions={
            <Button icon={RotateCcw} onPress={again}>
              {t('shell.unreachable.again')}
            </Button>
          }
        />
      );
    case 'value':
      return children(answer.value);
  }
}

/** The sentence of a refusal, with its paragraph where the rule has one. */
export function ProblemText({ problem }: { readonly problem: HttpProblem }) {
  const t = useText();

  const key = `refusal.${problem.rule}`;
  if (!isTextKey(key)) return t('admin.refused.other', { rule: problem.rule });
  return t(key, problem.detail ?? {});
}

/** Stands beside the button pressed: why nothing was changed. Kept mounted, so that it is read out when it comes. */
export function Outcome({ problem, lost }: { readonly problem: HttpProblem | undefined; readonly lost?: boolean }) {
  const t = useText();
  return (
    <div role="status">
      {problem !== undefined && (
        <Alert rank="warning" word={t('admin.notSaved')} compact>
          <ProblemText problem={problem} />
        </Alert>
      )}
      {lost === true && (
        <Alert rank="warning" word={t('admin.notSaved')} compact>
          {t('admin.lost')}
        </Alert>
      )}
    </div>
  );
}
