# expected: multi-test
# found: multi-test 48:20
# %%
import torch, torchvision
import torch.nn as nn
import torch.nn.functional as F
from torchvision import datasets, transforms
from torch.utils.data import DataLoader
import matplotlib.pyplot as plt

device = 'cuda' if torch.cuda.is_available() else 'cpu'

# %%
tfm = transforms.Compose([transforms.ToTensor(), transforms.Normalize((0.1307,), (0.3081,))])
train_ds = datasets.MNIST('./data', train=True, download=True, transform=tfm)
test_ds = datasets.MNIST('./data', train=False, download=True, transform=tfm)
train_loader = DataLoader(train_ds, batch_size=128, shuffle=True)
test_loader = DataLoader(test_ds, batch_size=1000)

# %%
fig, ax = plt.subplots(1, 6)
for i in range(6):
    ax[i].imshow(train_ds[i][0][0], cmap='gray')

# %%
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.c1 = nn.Conv2d(1, 16, 3)
        self.c2 = nn.Conv2d(16, 32, 3)
        self.fc = nn.Linear(32 * 5 * 5, 10)

    def forward(self, x):
        x = F.max_pool2d(F.relu(self.c1(x)), 2)
        x = F.max_pool2d(F.relu(self.c2(x)), 2)
        return self.fc(x.flatten(1))

net = Net().to(device)
opt = torch.optim.Adam(net.parameters(), lr=1e-3)

# %%
def evaluate(loader):
    net.eval()
    ok = tot = 0
    with torch.no_grad():
        for xb, yb in loader:
            xb, yb = xb.to(device), yb.to(device)
            ok += (net(xb).argmax(1) == yb).sum().item()
            tot += len(yb)
    return ok / tot

# %%
best_acc = 0.0
for epoch in range(15):
    net.train()
    for xb, yb in train_loader:
        xb, yb = xb.to(device), yb.to(device)
        opt.zero_grad()
        loss = F.cross_entropy(net(xb), yb)
        loss.backward()
        opt.step()
    acc = evaluate(test_loader)
    print(f'epoch {epoch}: test acc {acc:.4f}')
    if acc > best_acc:
        best_acc = acc
        torch.save(net.state_dict(), 'mnist_best.pt')

# %%
net.load_state_dict(torch.load('mnist_best.pt'))
print('final accuracy:', evaluate(test_loader))
