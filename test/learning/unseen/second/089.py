# expected: multi-test
# found: multi-test 27:15
# %%
import mxnet as mx
from mxnet import gluon, autograd, nd, init
from mxnet.gluon import nn
from mxnet.gluon.data.vision import transforms
from mxnet.gluon.model_zoo import vision as models
import time

ctx = mx.gpu() if mx.context.num_gpus() else mx.cpu()
batch_size = 128

# %%
mean, std = [0.4914, 0.4822, 0.4465], [0.2023, 0.1994, 0.2010]
transform_train = transforms.Compose([transforms.RandomFlipLeftRight(), transforms.RandomColorJitter(.1),
                                      transforms.ToTensor(), transforms.Normalize(mean, std)])
transform_test = transforms.Compose([transforms.ToTensor(), transforms.Normalize(mean, std)])

train_data = gluon.data.DataLoader(gluon.data.vision.CIFAR10(train=True).transform_first(transform_train), batch_size=batch_size, shuffle=True, num_workers=4)
test_data = gluon.data.DataLoader(gluon.data.vision.CIFAR10(train=False).transform_first(transform_test), batch_size=batch_size, shuffle=False)

# %%
def test(net):
    metric = mx.metric.Accuracy()
    for data, label in test_data:
        out = net(data.as_in_context(ctx))
        metric.update(label.as_in_context(ctx), out)
    return metric.get()[1]

def train(net, epochs, lr, wd):
    net.initialize(init.Xavier(), ctx=ctx, force_reinit=True)
    net.hybridize()
    tr = gluon.Trainer(net.collect_params(), 'sgd', {'learning_rate': lr, 'momentum': .9, 'wd': wd})
    L = gluon.loss.SoftmaxCrossEntropyLoss()
    for e in range(epochs):
        t = time.time(); cum = 0.
        if e == int(.6 * epochs):
            tr.set_learning_rate(lr * .1)
        for data, label in train_data:
            data, label = data.as_in_context(ctx), label.as_in_context(ctx)
            with autograd.record():
                l = L(net(data), label)
            l.backward()
            tr.step(data.shape[0])
            cum += l.mean().asscalar()
        print('epoch %d loss %.3f time %.1f' % (e, cum / len(train_data), time.time() - t))
    return test(net)

# %%
results = {}
results['resnet18'] = train(models.resnet18_v2(classes=10), 30, .1, 5e-4)
results['mobilenet'] = train(models.mobilenet_v2_1_0(classes=10), 30, .05, 4e-5)

# %%
# lower learning rate for resnet?
results['resnet18 lr .02'] = train(models.resnet18_v2(classes=10), 30, .02, 5e-4)
for k, v in results.items():
    print('%-18s %.4f' % (k, v))
