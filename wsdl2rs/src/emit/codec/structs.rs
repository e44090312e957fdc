//! Reading and writing structs.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::tables;
use crate::emit::types::{self, Place, token};
use crate::ir::Crate;
use crate::ir::content::{Combination, Credential, CredentialRole, Member, Wire};
use crate::ir::item::{Item, Struct};
use crate::ir::ty::{Builtin, Cardinality, Type};

/// The implementations for a struct.
pub(super) fn emit(
    krate: &Crate,
    place: Place,
    item: &Item,
    structure: &Struct,
) -> Vec<TokenStream> {
    let ident = token(&item.ident);
    let path = types::path(krate, place, item.module, &quote! { #ident });
    if let Some(rows) = super::plain::emit(&path, item, structure) {
        return vec![rows, read_and_write(&path, structure.is_part)];
    }
    vec![
        blank(&path, structure),
        complex(krate, place, &path, item, structure),
        read_and_write(&path, structure.is_part),
    ]
}

/// `Blank`: what a struct has before it is read.
fn blank(path: &TokenStream, structure: &Struct) -> TokenStream {
    let fields = structure.fields.iter().map(|field| {
        let name = token(&field.ident);
        match &field.default {
            Some(default) => {
                let text = &default.0;
                quote! { #name: v1::default_value(#text) }
            }
            None => quote! { #name: v1::Blank::blank() },
        }
    });
    quote! {
        impl v1::Blank for #path {
            fn blank() -> Self {
                Self { #(#fields),* }
            }
        }
    }
}

fn complex(
    krate: &Crate,
    place: Place,
    path: &TokenStream,
    item: &Item,
    structure: &Struct,
) -> TokenStream {
    let table = tables::of_struct(krate, place, item, structure);
    let attributes = super::attributes::emit(krate, place, structure);
    let mixed = super::mixed::emit(krate, place, structure);
    let arms = read_arms(krate, place, structure);
    let (index, read) = if arms.is_empty() {
        (quote! { _index }, quote! { reader.skip() })
    } else {
        (quote! { index }, quote! { match index { #(#arms)* _ => reader.skip() } })
    };
    let write = write_content(structure);
    quote! {
        impl v1::Complex for #path {
            #table
            #attributes
            #mixed
            fn read_member(
                &mut self,
                #index: usize,
                reader: &mut v1::Reader<'_>,
            ) -> v1::ReadResult {
                #read
            }
            #write
        }
    }
}

/// `ReadXml` and `WriteXml`, through the runtime's loop. A part has no tag of its own.
pub(super) fn read_and_write(path: &TokenStream, is_part: bool) -> TokenStream {
    if is_part {
        quote! { v1::impl_part!(#path); }
    } else {
        quote! { v1::impl_element!(#path); }
    }
}

fn read_arms(krate: &Crate, place: Place, structure: &Struct) -> Vec<TokenStream> {
    if let Combination::Text(field) | Combination::Octets(field) = structure.combination {
        let field = token(&structure.fields[field].ident);
        return vec![quote! { 0 => v1::read_text(&mut self.#field, reader), }];
    }
    let arms = structure.members.iter().enumerate();
    arms.map(|(index, member)| read_arm(krate, place, structure, index, member)).collect()
}

fn read_arm(
    krate: &Crate,
    place: Place,
    structure: &Struct,
    index: usize,
    member: &Member,
) -> TokenStream {
    let index = Literal::usize_unsuffixed(index);
    match member {
        Member::Credential { .. } => TokenStream::new(),
        Member::Part { field, .. }
        | Member::Wildcard { field, .. }
        | Member::Element { field, default: None, .. } => {
            let field = token(&structure.fields[*field].ident);
            quote! { #index => v1::ReadXml::read(&mut self.#field, reader), }
        }
        Member::Element { field, default: Some(default), .. } => {
            let cardinality = structure.fields[*field].cardinality;
            let field = token(&structure.fields[*field].ident);
            let read = read_default(&quote! { self.#field }, cardinality, default);
            quote! { #index => #read, }
        }
        Member::Fixed { field, value, ty, .. } => {
            let ty = types::value(krate, place, ty);
            let note = field.map(|field| {
                let cardinality = structure.fields[field].cardinality;
                let field = token(&structure.fields[field].ident);
                add(&quote! { self.#field }, cardinality, &quote! { v1::Present })
            });
            quote! {
                #index => {
                    v1::read_fixed::<#ty>(#value, reader)?;
                    #note
                    Ok(())
                }
            }
        }
    }
}

/// Reads one value whose element, where it is empty, has a default.
pub(super) fn read_default(
    target: &TokenStream,
    cardinality: Cardinality,
    default: &str,
) -> TokenStream {
    if cardinality == Cardinality::One {
        return quote! { v1::read_default(&mut #target, #default, reader) };
    }
    let add = add(target, cardinality, &quote! { item });
    quote! {
        {
            let mut item = v1::Blank::blank();
            v1::read_default(&mut item, #default, reader)?;
            #add
            Ok(())
        }
    }
}

/// The statement that puts one value into a member.
fn add(target: &TokenStream, cardinality: Cardinality, value: &TokenStream) -> TokenStream {
    match cardinality {
        Cardinality::One => quote! { #target = #value; },
        Cardinality::Optional => quote! { #target = Some(#value); },
        Cardinality::Any => quote! { #target.push(#value); },
        Cardinality::NonEmpty | Cardinality::Bounded { .. } => {
            quote! { #target.push_unchecked(#value); }
        }
    }
}

/// A reference to a member as something to iterate over.
pub(super) fn iterable(reference: &TokenStream, cardinality: Cardinality) -> TokenStream {
    match cardinality {
        Cardinality::One => quote! { [#reference] },
        Cardinality::Optional
        | Cardinality::Any
        | Cardinality::NonEmpty
        | Cardinality::Bounded { .. } => reference.clone(),
    }
}

fn write_content(structure: &Struct) -> TokenStream {
    let body = match structure.combination {
        Combination::Empty => None,
        Combination::Text(field) => {
            let field = token(&structure.fields[field].ident);
            Some(quote! { v1::write_text(&self.#field, writer) })
        }
        Combination::Octets(field) => {
            let field = token(&structure.fields[field].ident);
            Some(quote! { v1::write_included(&self.#field, writer) })
        }
        Combination::Sequence | Combination::All | Combination::Mixed(_) => {
            let writes = write_members(structure);
            let check = matches!(structure.combination, Combination::Mixed(Some(_)))
                .then(|| quote! { v1::check_order(self, writer)?; });
            Some(quote! { #check #writes })
        }
    };
    let (writer, body) = match body {
        Some(body) => (quote! { writer }, body),
        None => (quote! { _writer }, quote! { Ok(()) }),
    };
    quote! {
        fn write_content(
            &self,
            #writer: &mut v1::Writer,
        ) -> v1::WriteResult {
            #body
        }
    }
}

/// The field of a member that is written by itself, and what an empty element of it means.
fn field_and_default<'s>(
    structure: &Struct,
    member: &'s Member,
) -> Option<(usize, Option<&'s str>)> {
    match member {
        Member::Element { field, default, .. } => {
            Some((*field, meant(&structure.fields[*field].ty, default.as_deref())))
        }
        Member::Part { field, .. } => Some((*field, None)),
        Member::Wildcard { .. } | Member::Fixed { .. } | Member::Credential { .. } => None,
    }
}

/// The members in order.
fn write_members(structure: &Struct) -> TokenStream {
    let fields: Option<Vec<_>> =
        structure.members.iter().map(|member| field_and_default(structure, member)).collect();
    if let Some(fields) = fields {
        let writes = fields.iter().map(|(field, default)| {
            let field = token(&structure.fields[*field].ident);
            match default {
                None => quote! { members.write(&self.#field); },
                Some(default) => quote! { members.write_default(&self.#field, #default); },
            }
        });
        return quote! {
            let mut members = v1::Members::new(v1::Complex::table(self), writer);
            #(#writes)*
            members.finish()
        };
    }
    let writes = write_one_by_one(structure);
    quote! {
        let table = v1::Complex::table(self);
        #writes
        Ok(())
    }
}

/// Each member by a statement of its own. Credentials are taken once; those beside each other are
/// written together.
fn write_one_by_one(structure: &Struct) -> TokenStream {
    let members: Vec<(usize, &Member)> = structure.members.iter().enumerate().collect();
    let is_credential =
        |(_, member): &(usize, &Member)| matches!(member, Member::Credential { .. });
    let runs: Vec<_> =
        members.chunk_by(|left, right| is_credential(left) == is_credential(right)).collect();
    let is_apart = runs.iter().filter(|run| run.iter().any(is_credential)).count() > 1;
    let taken = quote! { writer.take_credentials() };
    let (before, taken) = match is_apart {
        true => (quote! { let credentials = #taken; }, quote! { &credentials }),
        false => (TokenStream::new(), taken),
    };
    let writes = runs.iter().map(|run| {
        let writes = run.iter().map(|(index, member)| write_member(structure, *index, member));
        match run.iter().any(is_credential) {
            true => quote! { if let Some(credentials) = #taken { #(#writes)* } },
            false => quote! { #(#writes)* },
        }
    });
    quote! { #before #(#writes)* }
}

/// What an empty element means that has a default, where a value could be an empty text otherwise.
fn meant<'d>(ty: &Type, default: Option<&'d str>) -> Option<&'d str> {
    default.filter(|default| !default.is_empty() && can_be_empty(ty))
}

/// Whether the text of a value may have no character.
fn can_be_empty(ty: &Type) -> bool {
    match ty {
        Type::Builtin(builtin) => {
            matches!(builtin, Builtin::AnySimpleType | Builtin::HexBinary | Builtin::Base64Binary)
                || ty.is_text()
        }
        Type::Nillable(inner, _) => can_be_empty(inner),
        Type::List(_) | Type::Item(_) | Type::Boxed(_) | Type::Open(_) => true,
        Type::Present => false,
    }
}

/// The expression that writes the elements of a member.
pub(super) fn write_element(
    value: &TokenStream,
    index: &Literal,
    (ty, default): (&Type, Option<&str>),
) -> TokenStream {
    match meant(ty, default) {
        None => quote! { v1::WriteXml::write(#value, table.tag(#index), writer) },
        Some(default) => {
            quote! { v1::write_default(#value, #default, table.tag(#index), writer) }
        }
    }
}

fn write_member(structure: &Struct, index: usize, member: &Member) -> TokenStream {
    let index = Literal::usize_unsuffixed(index);
    match member {
        Member::Element { field, default, .. } => {
            let field = &structure.fields[*field];
            let meaning = (&field.ty, default.as_deref());
            let field = token(&field.ident);
            let write = write_element(&quote! { &self.#field }, &index, meaning);
            quote! { #write?; }
        }
        Member::Part { field, .. } => {
            let field = token(&structure.fields[*field].ident);
            quote! { v1::WriteXml::write(&self.#field, table.tag(#index), writer)?; }
        }
        Member::Wildcard { field, .. } => {
            let field = &structure.fields[*field];
            let name = token(&field.ident);
            let values = iterable(&quote! { &self.#name }, field.cardinality);
            quote! { v1::write_any(#values, &table.entries[#index], writer)?; }
        }
        Member::Fixed { field, value, .. } => {
            let text = escape(value);
            let write = quote! { v1::write_fixed(#text, table.tag(#index), writer); };
            match field.map(|field| &structure.fields[field]) {
                None => write,
                Some(field) => {
                    let name = token(&field.ident);
                    if field.cardinality == Cardinality::Optional {
                        quote! { if self.#name.is_some() { #write } }
                    } else {
                        quote! { for _ in &self.#name { #write } }
                    }
                }
            }
        }
        Member::Credential { content, .. } => match content {
            Credential::Text(role) => {
                let role = role_field(*role);
                quote! { v1::write_credential(&credentials.#role, table.tag(#index), writer)?; }
            }
            Credential::Elements(elements) => credential_elements(&index, elements),
        },
    }
}

fn credential_elements(index: &Literal, elements: &[(Wire, CredentialRole)]) -> TokenStream {
    let writes = elements.iter().map(|(wire, role)| {
        let (role, name) = (role_field(*role), wire.qualified());
        let (start, end) = (format!("<{name}>"), format!("</{name}>"));
        quote! {
            v1::write_credential(
                &credentials.#role,
                &v1::Tag { start: #start, end: #end },
                writer,
            )?;
        }
    });
    quote! {
        writer.start(table.tag(#index));
        #(#writes)*
        writer.end(table.tag(#index));
    }
}

fn role_field(role: CredentialRole) -> TokenStream {
    match role {
        CredentialRole::KeyId => quote! { key_id },
        CredentialRole::Timestamp => quote! { timestamp },
        CredentialRole::Signature => quote! { signature },
    }
}

/// Text of the schema, escaped for element content and attribute values alike.
pub(super) fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
        .replace('\t', "&#9;")
        .replace('\n', "&#10;")
        .replace('\r', "&#13;")
}
