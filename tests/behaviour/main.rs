//! What Sanad promises, one file a behaviour. `portal` is the helper: it builds small sites in temporary folders with
//! the program itself, so that every test sees what a user sees.

mod portal;

mod build;
mod compress;
mod contact;
mod determinism;
mod directory;
mod escaping;
mod faults;
mod golden;
mod layering;
mod layers;
mod licences;
mod mistakes_in_markdown;
mod mistakes_in_tables;
mod mistakes_in_themes;
mod mistakes_in_yaml;
mod new;
mod new_explains;
mod new_refusals;
mod properties;
mod readme;
mod seed;
mod selection;
mod style;
