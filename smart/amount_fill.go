package smart

import "github.com/goalkit/goalkit/kpi"

// fillAmount fills the slots of the amount but its unit.
func (r *reading) fillAmount(f finding) {
	if !f.ok {
		return
	}
	d := &r.draft
	span := r.span(f.quantity.from, f.quantity.to)
	d.Amount = Slot[kpi.Number]{f.quantity.value, span, Explicit}
	d.Kind = Slot[AmountKind]{f.kind, span, Explicit}
	if f.quantity.bound != "" {
		d.Comparator = Slot[Comparator]{f.quantity.bound, span, Explicit}
	}
	if f.baseline != nil {
		span := r.span(f.baseline.from, f.baseline.to)
		d.Baseline = Slot[kpi.Number]{f.baseline.value, span, Explicit}
		if f.baseline.unit != "" {
			d.LevelUnit = Slot[string]{f.baseline.unit, span, Explicit}
		}
	}
	if f.target != nil {
		span := r.span(f.target.from, f.target.to)
		d.Target = Slot[kpi.Number]{f.target.value, span, Explicit}
		if f.target.unit != "" {
			d.TargetUnit = Slot[string]{f.target.unit, span, Explicit}
		}
	}
}
