// Everything that one installation needs in Azure: the server, its store, the keys of secret polls, the bot and the alarms.
targetScope = 'resourceGroup'

@description('Name of the installation; the names of all resources begin with it.')
@minLength(3)
@maxLength(24)
param name string = 'verkostobotti'

@description('Where the data and the server are. Members expect their data to stay in the EU.')
param location string = resourceGroup().location

@description('Application (client) id of the tab’s app registration.')
param tabAppId string

@description('Id of the app in Teams, for deep links.')
param teamsAppId string

@description('Own host name, already bound to the App Service with a certificate. Empty: the one that Azure gives.')
param customHost string = ''

@description('Size of the App Service plan. Basic is the smallest that stays awake.')
param planSku string = 'B1'

@description('Largest throughput of Cosmos DB in RU/s, at least 1000; it scales down to a tenth by itself. 0: serverless, paid by use.')
@minValue(0)
param cosmosMaxThroughput int = 0

@description('How many shares the jobs and posts are divided into. One is enough for dozens of networks.')
@minValue(1)
@maxValue(64)
param jobShards int = 1

@description('How much the server logs.')
@allowed(['debug', 'info', 'warn', 'error'])
param logLevel string = 'info'

@description('Time zone of new networks, an IANA name.')
param timeZone string = 'Europe/Helsinki'

@description('Who hears of alerts by e-mail. Empty: nobody.')
param alertEmail string = ''

// The server and the bot are the same identity: nobody keeps a password for either.
resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: '${name}-identity'
  location: location
}

module watch 'watch.bicep' = {
  name: '${name}-watch'
  params: {
    name: name
    location: location
  }
}

module store 'store.bicep' = {
  name: '${name}-store'
  params: {
    name: name
    location: location
    principalId: identity.properties.principalId
    maxThroughput: cosmosMaxThroughput
  }
}

module server 'server.bicep' = {
  name: '${name}-server'
  params: {
    name: name
    location: location
    planSku: planSku
    customHost: customHost
    identityId: identity.id
    workspaceId: watch.outputs.workspaceId
    settings: {
      STORE: 'cosmos'
      COSMOS_ENDPOINT: store.outputs.cosmosEndpoint
      COSMOS_DATABASE: store.outputs.cosmosDatabase
      KEY_VAULT_URL: store.outputs.keyVaultUrl
      BLOB_ENDPOINT: store.outputs.blobEndpoint
      AUTH: 'teams'
      BOT_ID: identity.properties.clientId
      BOT_TENANT_ID: identity.properties.tenantId
      BOT_TYPE: 'UserAssignedMSI'
      TAB_APP_ID: tabAppId
      TEAMS_APP_ID: teamsAppId
      AZURE_CLIENT_ID: identity.properties.clientId
      APPLICATIONINSIGHTS_CONNECTION_STRING: watch.outputs.connectionString
      JOB_SHARDS: string(jobShards)
      LOG_LEVEL: logLevel
      TIME_ZONE: timeZone
    }
  }
}

module bot 'bot.bicep' = {
  name: '${name}-bot'
  params: {
    name: name
    host: server.outputs.host
    identityId: identity.id
    clientId: identity.properties.clientId
    tenantId: identity.properties.tenantId
  }
}

module alerts 'alerts.bicep' = {
  name: '${name}-alerts'
  params: {
    name: name
    location: location
    siteId: server.outputs.siteId
    cosmosId: store.outputs.cosmosId
    workspaceId: watch.outputs.workspaceId
    email: alertEmail
  }
}

// Names as env/.env.* and teamsapp.yml read them.
output BOT_ID string = identity.properties.clientId
output PUBLIC_HOST string = server.outputs.host
output PUBLIC_URL string = 'https://${server.outputs.host}'
output APP_SERVICE_RESOURCE_ID string = server.outputs.siteId
