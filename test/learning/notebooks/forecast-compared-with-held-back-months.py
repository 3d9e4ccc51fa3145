# expected: preprocessing
# found: preprocessing 12:28
import numpy as np
import pandas as pd
import torch
from sklearn.metrics import mean_squared_error
from sklearn.preprocessing import MinMaxScaler

WINDOW = 12
flights = pd.read_csv('flights.csv')['passengers'].values.astype(float)
scaler = MinMaxScaler(feature_range=(-1, 1))
scaled = torch.FloatTensor(scaler.fit_transform(flights.reshape(-1, 1))).view(-1)
train, test = scaled[:-12], scaled[-12:]
model = torch.nn.Sequential(torch.nn.Linear(WINDOW, 20), torch.nn.ReLU(), torch.nn.Linear(20, 1))
optimizer = torch.optim.Adam(model.parameters())
for epoch in range(50):
    for at in range(len(train) - WINDOW):
        optimizer.zero_grad()
        loss = torch.nn.functional.mse_loss(model(train[at:at + WINDOW]), train[at + WINDOW:at + WINDOW + 1])
        loss.backward()
        optimizer.step()
model.eval()
coming = train[-WINDOW:].tolist()
for _ in range(12):
    with torch.no_grad():
        coming.append(model(torch.FloatTensor(coming[-WINDOW:])).item())
print(mean_squared_error(test, coming[WINDOW:]))
