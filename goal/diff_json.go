package goal

import (
	"bytes"
	"encoding/json"
)

// A differ compares parts of plans by their JSON, so that it knows every key
// there is.
type differ struct {
	of      ChangeOf
	id      string
	changes []Change
}

// whole compares two pointers to the same kind of part, nil for none.
func (d *differ) whole(was, is any) { d.values("", jsonOf(was), jsonOf(is)) }

// jsonOf returns the JSON of a part, nil for a nil pointer.
func jsonOf(part any) json.RawMessage {
	text, _ := json.Marshal(part) // parts are strings, numbers and lists of such: nothing fails
	if string(text) == "null" {
		return nil
	}
	return text
}

// values compares what two plans have at a field, nil for nothing.
func (d *differ) values(field string, was, is json.RawMessage) {
	switch {
	case bytes.Equal(was, is):
	case d.of == OfGoal && field == "supports":
		d.links(was, is)
	case isObject(was) && isObject(is):
		matched(members(was), members(is), func(m *member) string { return m.key }, func(key string, was, is *member) {
			if field != "" {
				key = field + "." + key
			}
			d.values(key, was.valueOrNil(), is.valueOrNil())
		})
	default:
		d.add(field, was, is)
	}
}

func (d *differ) add(field string, was, is json.RawMessage) {
	c := Change{Kind: Changed, Of: d.of, ID: d.id, Field: field, Before: textOf(was), After: textOf(is)}
	switch {
	case was == nil:
		c.Kind = Added
	case is == nil:
		c.Kind = Removed
	}
	d.changes = append(d.changes, c)
}

// links compares lists of links.
func (d *differ) links(was, is json.RawMessage) {
	goalOf := func(link *json.RawMessage) string {
		var l Link
		_ = json.Unmarshal(*link, &l) // written from a link
		return l.Goal
	}
	matched(elements(was), elements(is), goalOf, func(goal string, was, is *json.RawMessage) {
		d.values("supports["+goal+"]", rawOrNil(was), rawOrNil(is))
	})
}

// A member is a key of a JSON object with its value.
type member struct {
	key   string
	value json.RawMessage
}

func (m *member) valueOrNil() json.RawMessage {
	if m == nil {
		return nil
	}
	return m.value
}

func rawOrNil(raw *json.RawMessage) json.RawMessage {
	if raw == nil {
		return nil
	}
	return *raw
}

func isObject(value json.RawMessage) bool { return len(value) > 0 && value[0] == '{' }

// members returns what is in a JSON object, in the order in which it stands there.
func members(object json.RawMessage) (list []member) {
	read := json.NewDecoder(bytes.NewReader(object))
	_, _ = read.Token() // the brace
	for read.More() {
		var m member
		key, _ := read.Token()
		m.key, _ = key.(string)
		_ = read.Decode(&m.value)
		list = append(list, m)
	}
	return list
}

// elements returns what is in a JSON list, nothing for nil.
func elements(list json.RawMessage) (raws []json.RawMessage) {
	_ = json.Unmarshal(list, &raws)
	return raws
}

// textOf returns a JSON value as text, a string without its quotes.
func textOf(value json.RawMessage) string {
	var text string
	if json.Unmarshal(value, &text) == nil {
		return text
	}
	return string(value)
}
