# expected: preprocessing
# found: preprocessing 11:10, preprocessing 11:27
import torch
import pandas as pd
from torch import nn
from torch.utils.data import TensorDataset, DataLoader, random_split

df = pd.read_csv('power.csv')
x = torch.tensor(df.drop(columns='kwh').values, dtype=torch.float32)
y = torch.tensor(df['kwh'].values)
x = (x - x.mean(dim=0)) / x.std(dim=0)
ds = TensorDataset(x, y)
n = int(0.8 * len(ds))
train_ds, test_ds = random_split(ds, [n, len(ds) - n])
net = nn.Linear(8, 1)
opt = torch.optim.Adam(net.parameters())
for epoch in range(10):
    for xb, yb in DataLoader(train_ds, batch_size=16):
        loss = ((net(xb) - yb) ** 2).mean()
        opt.zero_grad()
        loss.backward()
        opt.step()
total = 0
for xb, yb in DataLoader(test_ds, batch_size=64):
    total += ((net(xb) - yb) ** 2).sum().item()
