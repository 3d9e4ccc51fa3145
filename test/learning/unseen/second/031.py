# expected: clean
# found: clean
# %%
import numpy as np
import matplotlib.pyplot as plt
import scipy.io as sio

# %%
mat = sio.loadmat('ex3data1.mat')
X = mat['X']
y = mat['y'].ravel()
y[y == 10] = 0
m, n = X.shape
print(m, n)

# %%
np.random.seed(1)
perm = np.random.permutation(m)
n_train = int(0.8 * m)
itr, ite = perm[:n_train], perm[n_train:]
Xtr, ytr = X[itr], y[itr]
Xte, yte = X[ite], y[ite]

# %%
mu = Xtr.mean(axis=0)
sigma = Xtr.std(axis=0)
sigma[sigma == 0] = 1
Xtr = (Xtr - mu) / sigma
Xte = (Xte - mu) / sigma
Xtr = np.c_[np.ones(len(Xtr)), Xtr]
Xte = np.c_[np.ones(len(Xte)), Xte]

# %%
def sigmoid(z):
    return 1 / (1 + np.exp(-z))

def cost_grad(theta, X, y, lam):
    h = sigmoid(X @ theta)
    reg = np.r_[0, theta[1:]]
    J = -np.mean(y * np.log(h + 1e-9) + (1 - y) * np.log(1 - h + 1e-9)) + lam / (2 * len(y)) * (reg ** 2).sum()
    g = X.T @ (h - y) / len(y) + lam / len(y) * reg
    return J, g

def one_vs_all(X, y, K=10, lam=1., alpha=.5, iters=400):
    T = np.zeros((K, X.shape[1]))
    hist = []
    for k in range(K):
        th = T[k]
        for it in range(iters):
            J, g = cost_grad(th, X, (y == k).astype(float), lam)
            th = th - alpha * g
        T[k] = th
        hist.append(J)
    return T, hist

# %%
Theta, hist = one_vs_all(Xtr, ytr)
hist

# %%
pred = (Xte @ Theta.T).argmax(1)
print('train acc', np.mean((Xtr @ Theta.T).argmax(1) == ytr))
print('test acc', np.mean(pred == yte))
