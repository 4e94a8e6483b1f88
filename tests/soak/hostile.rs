//! The office that means harm, as `tests/behaviour/hostile.rs` has it.

#[path = "../behaviour/hostile/attack.rs"]
pub(crate) mod attack;
#[path = "../behaviour/hostile/program.rs"]
pub(crate) mod program;
#[path = "../behaviour/hostile/site.rs"]
pub(crate) mod site;
#[path = "../behaviour/hostile/values.rs"]
pub(crate) mod values;
