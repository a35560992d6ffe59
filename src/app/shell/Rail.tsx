/** @file The list of mechanisms and pages: only what works. */
import { Fragment } from 'react';
import { translation } from '../../params/translation.ts';
import { useApp, useAppState } from '../context.ts';
import { pageEntries } from '../pages/all.ts';
import type { RailLink } from '../pages/page.ts';
import type { OtherPage } from '../../url/pages/all.ts';
import { PageLink } from './PageLink.tsx';

export interface RailProps {
  /** Whether it is unfolded where it is a menu. */
  readonly open: boolean;
  readonly onFollow: () => void;
}

export function Rail({ open, onFollow }: RailProps) {
  const { language } = useApp();
  const { say, app } = language;
  const mechanism = useAppState((state) => state.link.mechanism);
  return (
    <nav className={open ? 'rail rail-open' : 'rail'} id="rail" aria-label={say(app.rail.label)}>
      <h2 className="rail-heading">{say(app.rail.family)}</h2>
      <ul>
        {translation.mechanism.options.map((id) => (
          <li key={id}>
            <PageLink to={{ page: 'step', mechanism: id }} className="rail-link" onFollow={onFollow}>
              <span>{say(app.mechanisms[id].name)}</span>{' '}
              <span className="rail-year">{say(app.mechanisms[id].year)}</span>
            </PageLink>
          </li>
        ))}
      </ul>
      <p className="rail-note">{say(app.rail.attendFirst)}</p>
      <OtherLinks onFollow={onFollow} />
      <h2 className="rail-heading">{say(app.rail.more)}</h2>
      <ul>
        <li>
          <PageLink to={{ page: 'about', mechanism }} className="rail-link" onFollow={onFollow}>
            {say(app.rail.about)}
          </PageLink>
        </li>
        <li>
          <PageLink to={{ page: 'proof' }} className="rail-link" onFollow={onFollow}>
            {say(app.rail.proof)}
          </PageLink>
        </li>
      </ul>
    </nav>
  );
}

/** The pages with a state of their own, under their headings. */
function OtherLinks({ onFollow }: Pick<RailProps, 'onFollow'>) {
  const { language } = useApp();
  const groups = new Map<string, RailLink<OtherPage>[]>();
  for (const { heading, links } of pageEntries) {
    const name = heading(language);
    groups.set(name, [...(groups.get(name) ?? []), ...links(language)]);
  }
  return [...groups].map(
    ([heading, links]) =>
      links.length > 0 && (
        <Fragment key={heading}>
          <h2 className="rail-heading">{heading}</h2>
          <ul>
            {links.map(({ to, label }) => (
              <li key={label}>
                <PageLink to={{ other: to }} className="rail-link" onFollow={onFollow}>
                  {label}
                </PageLink>
              </li>
            ))}
          </ul>
        </Fragment>
      ),
  );
}
