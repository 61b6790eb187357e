package smart_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// TestPercentages: advice on percentages is for what people write in percent.
func TestPercentages(t *testing.T) {
	const unit, ambiguous = "a measurable.unit", "a measurable.percent-ambiguous"
	for _, tt := range []struct{ goal, want string }{
		{"metric=conversion_rate from=0.02 change=10%", ambiguous},
		{"metric=email_click_rate from=0.02 change=10%", ambiguous}, // bounded by the open rate
		{"metric=follower_growth_rate from=0.02 change=10%", ambiguous},
		{"metric=roas from=4 change=10%", ""},
		{"metric=ltv_cac from=3 change=10%", ""},
		{"metric=pages_per_session from=2 change=10%", ""},
		{"metric=conversion_rate from=0.02 change=+2", unit},
		{"metric=roas from=4 change=+1", ""},
		{"metric=roas reach=0.5>12", ""},
		{"metric=yield reach=0.5>12\nmetric yield ratio sum", ""},
		{"metric=yield from=0.5 change=10%\nmetric yield ratio sum 0 50", ""},
		{"metric=yield from=0.5 change=10%\nmetric yield ratio sum 0 1", ambiguous},
		{"metric=win_rate reach=0.02>2.5\nmetric win_rate ratio sum", unit},
		{"metric=market-share reach=0.02>2.5\nmetric market-share ratio sum", unit},
	} {
		plan := base("a micro 2026-Q2 supports=m " + tt.goal)
		got := found(t, plan, "measurable.unit", "measurable.percent-ambiguous")
		assert.Equal(t, tt.want, strings.Join(got, " "), tt.goal)
	}
}
