# expected: multi-test
# found: multi-test 28:25
# %%
import torch
import torch.nn as nn
import torch.optim as optim
import torchvision
from torchvision import transforms
# %%
device = 'cuda' if torch.cuda.is_available() else 'cpu'
tfm = transforms.Compose([transforms.ToTensor(),
                          transforms.Normalize((0.4914, 0.4822, 0.4465), (0.2023, 0.1994, 0.2010))])
trainset = torchvision.datasets.CIFAR10('./data', train=True, download=True, transform=tfm)
testset = torchvision.datasets.CIFAR10('./data', train=False, download=True, transform=tfm)
train_loader = torch.utils.data.DataLoader(trainset, batch_size=128, shuffle=True)
test_loader = torch.utils.data.DataLoader(testset, batch_size=256)
# %%
net = torchvision.models.resnet18(num_classes=10).to(device)
criterion = nn.CrossEntropyLoss()
optimizer = optim.SGD(net.parameters(), lr=0.1, momentum=0.9, weight_decay=5e-4)
# %%
def evaluate(model, loader):
    model.eval()
    correct = total = 0
    with torch.no_grad():
        for x, y in loader:
            x, y = x.to(device), y.to(device)
            correct += (model(x).argmax(1) == y).sum().item()
            total += y.size(0)
    return 100. * correct / total
# %%
best_acc = 0
for epoch in range(50):
    net.train()
    for x, y in train_loader:
        x, y = x.to(device), y.to(device)
        optimizer.zero_grad()
        loss = criterion(net(x), y)
        loss.backward()
        optimizer.step()
    acc = evaluate(net, test_loader)
    print(epoch, loss.item(), acc)
    if acc > best_acc:
        best_acc = acc
        torch.save(net.state_dict(), 'ckpt.pth')
print('best', best_acc)
