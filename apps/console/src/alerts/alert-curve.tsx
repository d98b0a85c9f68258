import { useQuery } from '@tanstack/react-query';
import type { AlertView } from '@sturmwarte/contracts';
import type { Evidence } from '@sturmwarte/domain';
import { useMemo, useState } from 'react';
import { useText } from '../language/text.js';
import { alertCurveQuery } from './alerts.queries.js';
import { CoursePanel } from './course-panel.js';
import { courseOf } from './course.js';

/** The course around the alarm, which is marked with its time. */
export function AlertCurve({ alert, risen }: { alert: AlertView; risen: Evidence }) {
  const t = useText();
  const [hours, setHours] = useState(24);
  const curve = useQuery(alertCurveQuery(alert.id, hours));
  const course = useMemo(
    () => (curve.data ? courseOf(curve.data, alert, risen) : null),
    [curve.data, alert, risen],
  );
  return (
    <CoursePanel
      title={t('alerts:chart.title')}
      hours={hours}
      onHours={setHours}
      curve={curve}
      course={course}
      topic={alert}
    />
  );
}
