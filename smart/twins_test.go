package smart_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// TestDuplicates: what makes two goals the same.
func TestDuplicates(t *testing.T) {
	for _, tt := range []struct{ first, second, want string }{
		{"reach=>900", "reach=>400", "b specific.duplicate"},
		{"at_least=900", "at_least=400", "b specific.duplicate"},
		{"reach=>900", "at_least=400", ""},
		{"reach=>900", "at_most=1400", ""},
		{"at_least=900", "at_most=1400", ""},
		{"reach=>900", "", ""},
		{"at_least=900 cadence=week", "keep=30 cadence=week", ""},
		{"at_least=900 window=28d", "at_least=400 window=28d", "b specific.duplicate"},
		{"at_least=900 window=28d", "at_least=400 window=7d", ""},
		{"at_least=900 window=28d", "at_least=400", ""},
		{"reach=>900 channel=web", "reach=>400 channel=email", ""},
		{"reach=>900 tags=new", "reach=>400 tags=old", ""},
	} {
		plan := base("a micro 2026-Q2 supports=m metric=orders " + tt.first + "\nb micro 2026-06 supports=m metric=orders " + tt.second)
		assert.Equal(t, tt.want, strings.Join(found(t, plan, "specific.duplicate"), " "), "%s beside %s", tt.first, tt.second)
	}
}
