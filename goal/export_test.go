package goal

// Reorder finds the order of h again, as New does, and looks for cycles.
func (h *Hierarchy) Reorder() {
	b := &builder{h: h}
	b.order()
}
