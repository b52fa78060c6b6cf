"""What the sample site has to say: the facts of the two documents that it was made from.

Taken from those documents, never from ``references.bib``: a test that looks for these in the built pages
and in the text of the PDF finds out what was lost on the way. Texts are as a reader sees them, with
straight quotes; a title may be broken over lines. Where the two documents disagree, the fact is the one
that the sample prints.
"""

from __future__ import annotations

from typing import Final, NamedTuple

__all__ = [
    "ACTIVITIES",
    "ADVISORS",
    "AWARDS",
    "DEGREES",
    "INTERESTS",
    "NAMES",
    "NEWS",
    "OWNER",
    "POSITIONS",
    "PROJECTS",
    "PUBLICATIONS",
    "RESEARCH",
    "SAME_ADDRESS",
    "SELECTED",
    "SERVICE",
    "TALKS",
    "Fact",
]


class Fact(NamedTuple):
    """One entry of the documents.

    :param key: of the entry in ``references.bib``.
    :param title: as it must be printed.
    :param links: all addresses given for it; the page may have an equal one of `SAME_ADDRESS`.
    :param date: pieces of the printed date, in their order; a month by its first three letters.
    :param details: other texts that must stand with it.
    :param families: family names of the authors, in order; ``...`` where the list is cut.
    """

    key: str
    title: str
    links: tuple[str, ...] = ()
    date: tuple[str, ...] = ()
    details: tuple[str, ...] = ()
    families: tuple[str, ...] = ()


OWNER: Final = Fact(
    "",
    "Guyue Huang",
    links=("https://scholar.google.com/citations?user=_phoJY8AAAAJ&hl=en",),
    details=(
        "NVIDIA",
        "University of California, Santa Barbara",
        "Department of Electronic Engineering",
        "Tsinghua University",
    ),
)

ADVISORS: Final = (
    Fact("", "Zheng Zhang", links=("https://web.ece.ucsb.edu/~zhengzhang/",)),
    Fact("", "Yufei Ding", links=("https://picassolab.squarespace.com/yufei",)),
    Fact("", "Yuan Xie", links=("https://scholar.google.com/citations?user=dK2ZuDcAAAAJ&hl=en",)),
)

PUBLICATIONS: Final = (
    Fact(
        "huang2025traci",
        "TRACI: Network Acceleration of Input-Dynamic Communication for Large-Scale Deep Learning Recommendation Model",
        date=("2025",),
        details=("52nd Annual International Symposium on Computer Architecture",),
        families=("Huang", "Li", "Qin", "Huang", "Kang", "Ding", "Xie"),
    ),
    Fact(
        "huang2023rmstc",
        "RM-STC: Row-Merge Dataflow Inspired GPU Sparse Tensor Core for Energy-Efficient Sparse Acceleration",
        links=("https://dl.acm.org/doi/10.1145/3613424.3623775",),
        date=("2023",),
        details=("56th IEEE/ACM International Symposium on Microarchitecture (MICRO)",),
        families=("Huang", "Wang", "Tsai", "Zhang", "Ding", "Xie"),
    ),
    Fact(
        "wang2023tcgnn",
        "TC-GNN: Bridging Sparse GNN Computation and Dense Tensor Cores on GPUs",
        date=("2023",),
        details=("USENIX Annual Technical Conference (ATC)", "to appear"),
        families=("Wang", "Feng", "Wang", "Huang", "Ding"),
    ),
    Fact(
        "huang2023alcop",
        "ALCOP: Automatic Load-Compute Pipelining in Deep Learning Compiler for AI-GPUs",
        links=(
            "https://proceedings.mlsys.org/paper_files/paper/2023/hash/"
            "12a304a31e42dfefa21c82431e849124-Abstract-mlsys2023.html",
            "https://arxiv.org/abs/2210.16691",
            "https://github.com/hgyhungry/alcop-artifact",
        ),
        date=("2023",),
        details=("Proceedings of the Sixth Conference on Machine Learning and Systems (MLSys)",),
        families=("Huang", "Bai", "Liu", "Wang", "Yu", "Ding", "Xie"),
    ),
    Fact(
        "wang2022lightseq2",
        "LightSeq2: Accelerated Training for Transformer-based Models on GPUs",
        date=("2022",),
        details=(
            "International Conference for High Performance Computing, Networking, Storage and Analysis (SC)",
        ),
        families=("Wang", "Wei", "Xiong", "Huang", "Qian", "Ding", "Wang", "Li"),
    ),
    Fact(
        "huang2022shflbw",
        "Shfl-BW: Accelerating Deep Neural Network Inference with Tensor-Core Aware Weight Pruning",
        links=(
            "https://dl.acm.org/doi/abs/10.1145/3489517.3530588",
            "https://arxiv.org/abs/2203.05016",
            "https://github.com/hgyhungry/ShflBW_Sparse_NN",
            "https://github.com/hgyhungry/hgyhungry.github.io/blob/e132384030cb8a273b5c35e02d84582f04294ffc/paperbib#L1",
        ),
        date=("2022",),
        details=("Proceedings of the 59th ACM/IEEE Design Automation Conference (DAC)",),
        families=("Huang", "Li", "Qin", "Sun", "Ding", "Xie"),
    ),
    Fact(
        "dai2022daspmm",
        "Heuristic Adaptability to Input Dynamics for SpMM on GPUs",
        links=("https://dl.acm.org/doi/10.1145/3489517.3530508",),
        date=("2022",),
        details=("Design Automation Conference (DAC)", "Best Paper Nominee"),
        families=("Dai", "Huang", "Yang", "Yu", "Zhang", "Ding", "Xie", "Yang", "Wang"),
    ),
    Fact(
        "zhang2022gnn",
        "Understanding GNN Computational Graph: A Coordinated Computation, IO, and Memory Perspective",
        links=("https://github.com/dgSPARSE/dgNN", "http://arxiv.org/abs/2110.09524"),
        date=("2022",),
        details=("Fifth Conference on Machine Learning and Systems (MLSys)",),
        families=("Zhang", "Yu", "Dai", "Huang", "Ding", "Xie", "Wang"),
    ),
    Fact(
        "huang2021poster",
        "Efficient Sparse Matrix Kernels based on Adaptive Workload-Balancing and Parallel-Reduction",
        links=(
            "https://github.com/hgyhungry/dgSPARSE-Library/tree/main/example",
            "https://arxiv.org/abs/2106.16064",
        ),
        date=("2021",),
        details=("Poster", "ACM Student Research Competition (SRC)"),
        families=("Huang", "Dai", "Wang", "Ding", "Xie"),
    ),
    Fact(
        "yu2021sddmm",
        "Exploiting Online Locality and Reduction Parallelism for Sampled Dense Matrix Multiplication on GPUs",
        links=(
            "https://github.com/dgSPARSE/dgSPARSE-Library/tree/main/src/sddmm",
            "https://nicsefc.ee.tsinghua.edu.cn/nics_file/pdf/publications/2021/ICCD21_None.pdf",
        ),
        date=("2021",),
        details=("Proceedings of the IEEE International Conference on Computer Design (ICCD)",),
        families=("Yu", "Dai", "Huang", "Wang", "Yang"),
    ),
    Fact(
        "huang2021eda",
        "Machine learning for electronic design automation: A survey",
        date=("2021",),
        details=("ACM Transactions on Design Automation of Electronic Systems (TODAES)", "26(5)"),
        families=("Huang", "Hu", "He", "Liu", "Ma", "Shen", "Wu", "Xu", "Zhang", "Zhong", "..."),
    ),
    Fact(
        "huang2020gespmm",
        "GE-SpMM: General-purpose Sparse Matrix-Matrix Multiplication on GPUs for Graph Neural Networks",
        links=(
            "https://ieeexplore.ieee.org/document/9355302",
            "https://arxiv.org/abs/2007.03179",
            "https://github.com/hgyhungry/ge-spmm",
            "https://github.com/hgyhungry/hgyhungry.github.io/blob/e132384030cb8a273b5c35e02d84582f04294ffc/paperbib#L38",
        ),
        date=("2020",),
        details=(
            "International Conference for High Performance Computing, Networking, Storage and Analysis (SC)",
        ),
        families=("Huang", "Dai", "Wang", "Yang"),
    ),
    Fact(
        "li2020sensor",
        "Low-power in-pixel buffer circuit for smart image sensor",
        date=("2020",),
        details=("Sensor Review",),
        families=("Li", "Zhu", "Huang", "Yu", "Qiao", "Wei", "Liu", "Yang"),
    ),
)

#: The names as the CV prints them, and what else it says behind the venue. TRACI came after the CV.
NAMES: Final = {
    "huang2025traci": "G. Huang, H. Li, L. Qin, J. Huang, Y. Kang, Y. Ding, Y. Xie",
    "huang2023rmstc": "G. Huang, Z. Wang, P.-A. Tsai, C. Zhang, Y. Ding, Y. Xie",
    "wang2023tcgnn": "Y. Wang, B. Feng, Z. Wang, G. Huang, Y. Ding",
    "huang2023alcop": "G. Huang, Y. Bai, L. Liu, Y. Wang, B. Yu, Y. Ding, Y. Xie",
    "wang2022lightseq2": "X. Wang, Y. Wei, Y. Xiong, G. Huang, X. Qian, Y. Ding, M. Wang, L. Li",
    "huang2022shflbw": "G. Huang, H. Li, M. Qin, F. Sun, Y. Ding, Y. Xie",
    "dai2022daspmm": "G. Dai, G. Huang, S. Yang, Z. Yu, H. Zhang, Y. Ding, Y. Xie, H. Yang, Y. Wang",
    "zhang2022gnn": "H. Zhang, Z. Yu, G. Dai, G. Huang, Y. Ding, Y. Xie, Y. Wang",
    "huang2021poster": "G. Huang, G. Dai, Y. Wang, Y. Ding, Y. Xie",
    "yu2021sddmm": "Z. Yu, G. Dai, G. Huang, Y. Wang, H. Yang",
    "huang2021eda": "G. Huang, J. Hu, Y. He, J. Liu, M. Ma, Z. Shen, J. Wu, Y. Xu, H. Zhang, K. Zhong, et al.",
    "huang2020gespmm": "G. Huang, G. Dai, Y. Wang, H. Yang",
    "li2020sensor": "Q. Li, H. Zhu, G. Huang, Z. Yu, F. Qiao, Q. Wei, X. Liu, H. Yang",
}

SELECTED: Final = ("huang2025traci", "huang2023rmstc", "huang2023alcop", "huang2022shflbw", "huang2020gespmm")

_PIPELINING: Final = "Enabling Data Movement and Computation Pipelining in Deep Learning Compiler"

TALKS: Final = (
    Fact(
        "huang2024meta",
        "High-Performance Deep Learning Systems via DL Sparsity and DL Compilers",
        date=("Feb", "2024"),
        details=("Meta", "PyTorch Compiler team's Technical Interlock"),
    ),
    Fact(
        "huang2023google", _PIPELINING, date=("Mar", "2023"), details=("Google", "ML+Compiler Reading Group")
    ),
    Fact(
        "huang2023tvmcon",
        _PIPELINING,
        links=(
            "https://www.youtube.com/playlist?list=PL_4zDggB-DBp81G1tAME9r0_P5IY9D700",
            "https://youtu.be/BC59piQj1qA",
        ),
        date=("Mar", "2023"),
        details=("TVMCon 2023",),
    ),
    Fact("huang2022aws", _PIPELINING, date=("Nov", "2022"), details=("AWS", "Scale Team")),
    Fact(
        "huang2022gtc",
        "dgSparseLib: New Algorithm and Adaptive Tuning for Sparse-dense Matrix Multiplication",
        links=(
            "https://www.nvidia.com/gtc/?ncid=pa-srch-goog-950149",
            "https://events.rainfocus.com/widget/nvidia/gtcspring2022/sessioncatalog/session/1634865676629001SK4D",
        ),
        date=("Mar", "2022"),
        details=("GTC 2022 Spring",),
    ),
)

AWARDS: Final = (
    Fact("mlsys2023travel", "Student Travel Grant", date=("2023",), details=("MLSys",)),
    Fact(
        "dac2022nominee",
        "Best Paper Nominee",
        date=("2022",),
        details=("Design Automation Conference (DAC)",),
    ),
    Fact("mlsys2022travel", "Student Travel Grant", date=("2022",), details=("MLSys",)),
    Fact(
        "src2021graduate",
        "Graduate Student Third Place",
        links=("https://src.acm.org/",),
        date=("2021",),
        details=("ACM Student Research Competition (SRC)",),
    ),
    Fact(
        "micro2020src",
        "Undergraduate Student First Place",
        date=("2020",),
        details=("MICRO", "Student Research Competition (SRC)"),
    ),
)

POSITIONS: Final = (
    Fact("nvidia2024", "Deep Learning Architect", date=("May", "2024", "present"), details=("NVIDIA",)),
    Fact(
        "nvidia2023",
        "Deep Learning Architect Intern",
        date=("Jun", "Sep", "2023"),
        details=(
            "NVIDIA",
            "Santa Clara, CA",
            "Hugging Face",
            "parameter-efficient fine-tuning (PEFT)",
            "compiler of PyTorch 2.0",
            "TorchDynamo",
            "fewer breaks",
            "offloads activations to the CPU",
            "less memory",
            "NeMo",
            "fixed bugs",
            "Megatron-LM",
            "distributed training",
        ),
    ),
    Fact(
        "nvidia2022",
        "Deep Learning Architect Intern",
        date=("Jun", "Sep", "2022"),
        details=("NVIDIA", "Santa Clara, CA", "memory", "Deep Learning Recommendation Model", "TensorFlow"),
    ),
    Fact(
        "alibaba2020",
        "Research Intern",
        date=("Aug", "2020", "Sep", "2021"),
        details=(
            "Alibaba DAMO Academy",
            "Shanghai, China",
            "optimizes algorithm and software together",
            "sparse neural networks",
            "GPUs",
            "first author",
            "DAC'22",
            "in-house accelerator",
        ),
    ),
)

DEGREES: Final = (
    Fact(
        "ucsb2024",
        "Ph.D.",
        date=("Sep", "2020", "2024"),
        details=(
            "Master",
            "University of California",
            "Santa Barbara, CA",
            "Department of Electrical and Computer Engineering",
        ),
    ),
    Fact(
        "tsinghua2020",
        "B.E.",
        date=("Sep", "2016", "Jul", "2020"),
        details=(
            "Tsinghua University",
            "Beijing, China",
            "Department of Electronic Engineering",
            "honor",
            "top 10%",
        ),
    ),
)

SERVICE: Final = (
    Fact("isca2023artifact", "Artifact Evaluation Reviewer", date=("2023",), details=("ISCA",)),
    Fact("dac2023review", "Reviewer", date=("2023",), details=("DAC",)),
    Fact("mlsys2023review", "Extended Review Committee", date=("2023",), details=("MLSys",)),
    Fact("tc", "Paper Reviewer", details=("Transactions on Computers",)),
)

PROJECTS: Final = (
    Fact(
        "rmstc",
        "RM-STC: Row-Merge GPU Sparse Tensor Core for Energy-Efficient Sparse Acceleration",
        details=(
            "weights, activations and gradients",
            "transposing",
            "row by row",
            "structure scales",
            "energy-delay product (EDP)",
            "1.93×",
            "MICRO'23",
            "GPU architecture, tensor core",
        ),
    ),
    Fact(
        "alcop",
        "ALCOP: Automatic Load-Compute Pipelining in Deep Learning Compiler for AI-GPUs",
        links=("https://github.com/hgyhungry/alcop-artifact", "https://arxiv.org/abs/2210.16691"),
        details=(
            "Automatic Load-COmpute Pipelining",
            "TVM",
            "by hand",
            "intermediate representation",
            "asynchronous copies",
            "shared memory",
            "NVIDIA Ampere",
            "auto-tuning",
            "analytical performance model",
            "1.23×",
            "MLSys'23",
            "DL compiler, software pipelining",
        ),
    ),
    Fact(
        "shflbw",
        "Shfl-BW: Accelerating DNN Inference with Tensor-Core Aware Weight Pruning",
        links=("https://github.com/hgyhungry/ShflBW_Sparse_NN", "https://arxiv.org/abs/2203.05016"),
        details=(
            "ShflBW",
            "library",
            "in theory",
            "no tensor cores",
            "Shuffled block-wise sparsity",
            "Transformer inference",
            "4.18×",
            "75%",
            "NVIDIA T4",
            "DAC'22",
            "GPU sparse kernel, DNN pruning",
        ),
    ),
    Fact(
        "gnn",
        "Optimizing GPU kernels and systems for Graph Neural Networks",
        details=(
            "ATC'23, MLSys'22, DAC'22, ICCD'21, SC'20",
            "PyTorch-Geometric",
            "CogDL",
            "GE-SpMM",
            "first author",
            "coarsens threads",
            "shared memory",
            "1.41×",
            "DA-SpMM",
            "coauthor",
            "1.26×",
            "1.37×",
            "cuSPARSE",
            "GPU kernel, SpMM",
        ),
    ),
    Fact(
        "dgsparse",
        "dgSPARSE",
        links=(
            "https://github.com/dgSPARSE/dgNN",
            "http://arxiv.org/abs/2110.09524",
            "https://github.com/dgSPARSE/dgSPARSE-Library/tree/main/src/sddmm",
            "https://nicsefc.ee.tsinghua.edu.cn/nics_file/pdf/publications/2021/ICCD21_None.pdf",
            "https://github.com/hgyhungry/dgSPARSE-Library/tree/main/example",
            "https://arxiv.org/abs/2106.16064",
        ),
        details=(
            "cuSPARSE",
            "computational graph of GNNs",
            "SDDMM on GPUs",
            "SpMM on GPUs",
        ),
    ),
)

#: The text about research on the home page: what it speaks of, and the papers that it names and links.
RESEARCH: Final = (
    Fact("huang2023rmstc", "RM-STC", details=("MICRO'23",)),
    Fact("huang2022shflbw", "Shfl-BW", details=("DAC'22",)),
    Fact("dai2022daspmm", "DA-SpMM", details=("DAC'22",)),
    Fact("huang2020gespmm", "GE-SpMM", details=("SC'20",)),
    Fact("huang2023alcop", "ALCOP", details=("MLSys'23",)),
    Fact(
        "",
        "",
        details=(
            "weights",
            "activations",
            "graphs",
            "embedding layers",
            "mixtures of experts",
            "deep learning compiler",
            "features of the hardware",
            "analytical models of its performance",
            "TVM",
        ),
    ),
)

#: What the CV says of research.
INTERESTS: Final = (
    "deep learning",
    "accelerators",
    "compilers",
    "Sparsity in deep learning on GPUs",
    "ystems and architecture",
    "sparse weights and activations",
    "embedding operators",
    "graphs",
)

NEWS: Final = (
    Fact("news2024nvidia", "NVIDIA", date=("May", "2024")),
    Fact(
        "news2024meta", "Meta", date=("Feb", "2024"), details=("PyTorch Compiler team's Technical Interlock",)
    ),
    Fact("news2023tvmcon", "TVMCon 2023", ("https://youtu.be/BC59piQj1qA",), date=("Mar", "2023")),
    Fact("news2025traci", "TRACI", date=("2025",), details=("ISCA",)),
    Fact("news2023rmstc", "RM-STC", date=("2023",), details=("MICRO",)),
    Fact("news2022daspmm", "DA-SpMM", date=("2022",), details=("best paper nominee", "DAC")),
)

ACTIVITIES: Final = (*POSITIONS, *DEGREES, *SERVICE, *PROJECTS)

#: An address of the documents → the one that leads to the same page by the name that lasts.
SAME_ADDRESS: Final = {
    "https://dl.acm.org/doi/10.1145/3613424.3623775": "https://doi.org/10.1145/3613424.3623775",
    "https://dl.acm.org/doi/abs/10.1145/3489517.3530588": "https://doi.org/10.1145/3489517.3530588",
    "https://dl.acm.org/doi/10.1145/3489517.3530508": "https://doi.org/10.1145/3489517.3530508",
    "http://arxiv.org/abs/2110.09524": "https://arxiv.org/abs/2110.09524",
}
