# expected: multi-test
# found: multi-test 25:15
import torch
import torch.nn as nn
from torch.utils.data import DataLoader, random_split
from torchvision import datasets

whole = datasets.ImageFolder('photos')
train_set, test_set = random_split(whole, [800, 200])
train_loader, test_loader = DataLoader(train_set, 32), DataLoader(test_set, 32)
model = nn.Sequential(nn.Flatten(), nn.Linear(100, 2))
optimizer = torch.optim.SGD(model.parameters(), lr=0.01)
loss_fn = nn.CrossEntropyLoss()

def run_epoch(net, loader):
    for x, y in loader:
        loss = loss_fn(net(x), y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()

def accuracy(net, loader):
    right = total = 0
    for x, y in loader:
        out = net(x)
        right += (out.argmax(1) == y).sum().item()
        total += len(y)
    return right / total

best = 0
for epoch in range(30):
    run_epoch(model, train_loader)
    acc = accuracy(model, test_loader)
    if acc > best:
        best = acc
        torch.save(model.state_dict(), 'best.pt')
print(best)
