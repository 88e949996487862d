// Reads or writes records with the client of the KafkaJS project, which knows nothing of Broadsheet's.
//
//   node witness.js decode REGISTRY           standard input: a message in Base64; output: the record as JSON
//   node witness.js encode REGISTRY SUBJECT   standard input: a record as JSON; output: a message in Base64,
//                                             written with the newest schema of the subject
const { SchemaRegistry } = require('@kafkajs/confluent-schema-registry')
const { readFileSync } = require('node:fs')

async function main([action, host, subject]) {
  const registry = new SchemaRegistry({ host })
  const input = readFileSync(0, 'utf8')
  if (action === 'decode') {
    const record = await registry.decode(Buffer.from(input, 'base64'))
    process.stdout.write(JSON.stringify(record))
  } else if (action === 'encode') {
    const id = await registry.getLatestSchemaId(subject)
    const message = await registry.encode(id, JSON.parse(input))
    process.stdout.write(message.toString('base64'))
  } else {
    throw new Error(`unknown action ${action}`)
  }
}

main(process.argv.slice(2)).catch((error) => {
  console.error(error)
  process.exitCode = 1
})
