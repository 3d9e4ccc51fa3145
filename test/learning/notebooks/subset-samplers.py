# expected: clean
# found: clean
import numpy as np
import torch
from torch import nn
from torch.utils.data import DataLoader, SubsetRandomSampler
from torchvision import datasets
whole = datasets.CIFAR10('data', train=True)
test_data = datasets.CIFAR10('data', train=False)
indices = list(range(len(whole)))
np.random.shuffle(indices)
split = int(np.floor(0.2 * len(whole)))
train_idx, valid_idx = indices[split:], indices[:split]
train_loader = DataLoader(whole, batch_size=20, sampler=SubsetRandomSampler(train_idx))
valid_loader = DataLoader(whole, batch_size=20, sampler=SubsetRandomSampler(valid_idx))
test_loader = DataLoader(test_data, batch_size=20)
model = nn.Sequential(nn.Flatten(), nn.Linear(3072, 10))
criterion = nn.CrossEntropyLoss()
optimizer = torch.optim.SGD(model.parameters(), lr=0.01)
valid_loss_min = np.Inf
for epoch in range(10):
    train_loss = valid_loss = 0.0
    for data, target in train_loader:
        optimizer.zero_grad()
        loss = criterion(model(data), target)
        loss.backward()
        optimizer.step()
    for data, target in valid_loader:
        output = model(data)
        loss = criterion(output, target)
        valid_loss += loss.item() * data.size(0)
    if valid_loss <= valid_loss_min:
        torch.save(model.state_dict(), 'model.pt')
        valid_loss_min = valid_loss
for data, target in test_loader:
    output = model(data)
    _, pred = torch.max(output, 1)
    correct = pred.eq(target).sum()
